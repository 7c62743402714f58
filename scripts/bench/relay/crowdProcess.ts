// The process of the clients: does one job after another and says when the measured part begins and ends.
import { moveCursors } from './cursorLoad'
import { edit } from './editLoad'
import { join } from './joinLoad'
import { open } from './openLoad'

const jobs = { cursors: moveCursors, edits: edit, joins: join, open }
export type Jobs = typeof jobs
export type JobName = keyof Jobs

/** What it answers. */
export type CrowdSays = { mark: 'begin' | 'end' } | { result: unknown } | { failed: string }

process.on('disconnect', () => process.exit())
process.on('message', ({ name, job }: { name: JobName; job: never }) => {
  const say = (what: CrowdSays) => process.send!(what)
  jobs[name](job, (mark) => say({ mark }))
    .then((result) => say({ result }))
    .catch((error: unknown) =>
      say({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
})
