// The calls of a small shop through Segment's own client: node segment.mjs URL KEY CUSTOMER [FILE]
// The status of each answer is added to FILE.
import { appendFileSync } from 'node:fs'
import { Analytics } from '@segment/analytics-node'
import { story } from './story.mjs'

const [host, writeKey, customer, answers] = process.argv.slice(2)
const client = new Analytics({ host, writeKey })
client.on('error', (error) => {
  console.error(error)
  process.exitCode = 1
})
if (answers) {
  client.on('http_response', ({ status }) => appendFileSync(answers, `${status}\n`))
}

for (const [call, message] of story(customer)) {
  client[call](message)
}
// Its usual 75 s, after which it gives up whatever retries are left, may be short on a busy machine.
await client.closeAndFlush({ timeout: 110_000 })
