// A desk for tests: its own folder, a small stand-in for the built pages, and no look at this computer's networks.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDesk, type Desk, type DeskOptions } from './startDesk'

export const script = `console.log(${JSON.stringify('a page '.repeat(400))})\n`

export interface TestDesk {
  desk: Desk
  dataDir: string
  /** Asks with the key, and JSON both ways. */
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; json: unknown }>
  /** Stops the desk and starts it again on the same folder. */
  restart(meanwhile?: () => Promise<void>): Promise<void>
  end(): Promise<void>
}

export async function openTestDesk(options: Partial<DeskOptions> = {}): Promise<TestDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'samverkstad-desk-'))
  const rendererDir = join(folder, 'pages')
  for (const page of ['facilitator', 'guest', 'print', 'assets'])
    await mkdir(join(rendererDir, page), { recursive: true })
  for (const page of ['facilitator', 'guest', 'print'])
    await writeFile(
      join(rendererDir, page, 'index.html'),
      `<!doctype html><title>${page}</title><script type="module" src="../assets/app-Ab12_-zz.js"></script>`,
    )
  await writeFile(join(rendererDir, 'assets/app-Ab12_-zz.js'), script)
  await writeFile(join(rendererDir, 'assets/plain.css'), 'body { margin: 0 }')
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(rendererDir, 'notes.map'), 'not served')

  const dataDir = join(folder, 'data')
  const start = () => startDesk({ dataDir, rendererDir, lanPort: 0, lanAddresses: () => [], ...options })
  const test: TestDesk = {
    desk: await start(),
    dataDir,
    ask: async (method, path, body) => {
      const answer = await fetch(test.desk.url + path, {
        method,
        headers: {
          authorization: `Bearer ${test.desk.key}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? null : JSON.stringify(body),
      })
      const text = await answer.text()
      return { status: answer.status, json: text ? JSON.parse(text) : undefined }
    },
    restart: async (meanwhile) => {
      await test.desk.close()
      await meanwhile?.()
      test.desk = await start()
    },
    end: async () => {
      await test.desk.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return test
}
