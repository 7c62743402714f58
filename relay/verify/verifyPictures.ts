// Whether every picture is there and is what its name says.
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PictureFiles } from '../pictureFiles'
import type { Finding } from './findings'

/** @param kept `session/sha256` of every picture that has a record. */
export async function verifyPictures(
  files: PictureFiles,
  root: string,
  kept: ReadonlySet<string>,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const path of kept) {
    const [sessionId = '', sha256 = ''] = path.split('/')
    const bytes = await files.read(sessionId, sha256).catch(() => undefined)
    if (!bytes) findings.push({ kind: 'pictureMissing', sessionId, name: sha256 })
    else if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      findings.push({ kind: 'pictureChanged', sessionId, name: sha256 })
  }
  for (const sessionId of await namesIn(root))
    for (const name of await namesIn(join(root, sessionId)))
      if (!kept.has(`${sessionId}/${name}`)) findings.push({ kind: 'strayPicture', sessionId, name })
  return findings
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])
