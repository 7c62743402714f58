// The organisation to share online with: kept, and told to the desk at once. Its key goes in and never comes out.
import type { NewOrganisation, Organisation } from '../../../shared/relay/online'
import type { KeptOrganisation } from '../organisation'

export function organisationEndpoints(kept: KeptOrganisation, changed: () => void) {
  return {
    readOrganisation: kept.read,
    writeOrganisation: async (given: NewOrganisation): Promise<Organisation | null> => {
      const written = await kept.write(given).catch(() => null)
      changed()
      return written
    },
    forgetOrganisation: async (): Promise<undefined> => {
      await kept.forget()
      changed()
      return undefined
    },
  }
}
