// What the library keeps of a session beside its content, in the relay's own record of it.
import { z } from 'zod'
import type { SessionFacts } from '../relay'

const libraryFacts = z.object({
  /** In which the session was made; for words the library adds, such as "(kopia)". */
  language: z.enum(['sv', 'en']).catch('sv'),
  archived: z.boolean().catch(false),
  /** ms since 1970 when it was put in the bin. */
  deletedAt: z.number().nullable().catch(null),
  /** Who sits at this computer, as a member of the session. */
  ownerId: z.string().optional().catch(undefined),
})
export type LibraryFacts = z.infer<typeof libraryFacts>

export function readLibraryFacts(facts: SessionFacts): LibraryFacts {
  return libraryFacts.parse(facts)
}
