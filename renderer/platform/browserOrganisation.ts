// The organisation to share online with, kept by the desk itself where there is no desktop to do it.
import { organisation, type NewOrganisation, type Organisation } from '../../shared/relay/online'
import type { LibraryAccess } from './browserFiles'

export function browserOrganisation(access: () => LibraryAccess) {
  const ask = async (method: string, body?: NewOrganisation): Promise<Organisation | null> => {
    const { url, key } = access()
    const response = await fetch(`${url}/api/online/organisation`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch(() => undefined)
    return response?.status === 200 ? organisation.parse(await response.json()) : null
  }
  return {
    readOrganisation: () => ask('GET'),
    writeOrganisation: (given: NewOrganisation) => ask('PUT', given),
    forgetOrganisation: async () => void (await ask('DELETE')),
  }
}
