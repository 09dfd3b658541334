// The calls of a small shop through Segment's own client: node segment.mjs URL KEY CUSTOMER
import { Analytics } from '@segment/analytics-node'
import { story } from './story.mjs'

const [host, writeKey, customer] = process.argv.slice(2)
const client = new Analytics({ host, writeKey })
client.on('error', (error) => {
  console.error(error)
  process.exitCode = 1
})

for (const [call, message] of story(customer)) {
  client[call](message)
}
await client.closeAndFlush()
