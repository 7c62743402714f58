import type { DoorwayStatus } from '../../../shared/relay/doorway'
import type { Text } from '../../ui/language'
import { groupCode, typedAddress } from './codeGroups'
import { fingerprintLines } from './fingerprintLines'

export interface Sheet {
  /** As it is typed. */
  address: string
  code: string
  status: DoorwayStatus
}

/** The steps to come in, in order. */
export function sheetSteps(t: Text, { address, code, status }: Sheet): string[] {
  return [
    t('sheet.wifi'),
    t('sheet.type', { address }),
    ...(status.localUrl ? [t('sheet.byName', { name: typedAddress(status.localUrl) })] : []),
    ...(status.encryption.isOn ? [t('warns.press')] : []),
    t('sheet.code', { code: groupCode(code) }),
    t('sheet.name'),
  ]
}

/** How to come in, for whoever cannot scan: as plain text, for a message or a slip of paper. */
export function writeSheet(t: Text, sheet: Sheet): string {
  const { fingerprint } = sheet.status.encryption
  return [
    t('sheet.title'),
    ...sheetSteps(t, sheet).map((step, index) => `${index + 1}. ${step}`),
    ...(fingerprint ? [t('fingerprint'), ...fingerprintLines(fingerprint)] : []),
    t('sheet.trouble', { address: `${sheet.address}/#/check` }),
    '',
  ].join('\n')
}
