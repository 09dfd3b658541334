// The calls of a small shop through RudderStack's own client: node rudderstack.mjs URL KEY CUSTOMER
import Analytics from '@rudderstack/rudder-sdk-node'
import { story } from './story.mjs'

const [dataPlaneUrl, writeKey, customer] = process.argv.slice(2)
const client = new Analytics(writeKey, {
  dataPlaneUrl,
  errorHandler: (error) => {
    console.error(error)
    process.exitCode = 1
  },
})

for (const [call, message] of story(customer)) {
  client[call](message)
}
await client.flush()
process.exit()
