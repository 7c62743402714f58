import { Cable, MonitorSmartphone, Network, Smartphone, Wifi, WifiOff } from 'lucide-react'
import type { DoorwayAddress, NetworkKind } from '../../../shared/relay/doorway'
import { useText } from '../../ui/language'
import { RadioGroup } from '../../ui/RadioGroup'
import { Select } from '../../ui/Select'
import { typedAddress } from './codeGroups'
import type { DoorwayState } from './useDoorway'
import css from './roomAddress.module.css'

const icons = {
  wifi: Wifi,
  cable: Cable,
  hotspot: MonitorSmartphone,
  phone: Smartphone,
  other: Network,
  named: Network,
  loopback: WifiOff,
} satisfies Record<NetworkKind, unknown>

/** Which network the phones are on: picture, link and code follow the choice, and it is made again the next time. */
export function RoomAddress({ doorway }: { doorway: DoorwayState }) {
  const t = useText('doorway')
  const { status, change, isBusy } = doorway
  const first = status?.addresses[0]
  if (!status || !first) return null
  const nameOf = ({ kind, address }: DoorwayAddress) =>
    address === status.suggested && status.addresses.length > 1
      ? t('suggested', { network: t(`kind.${kind}`) })
      : t(`kind.${kind}`)
  if (status.addresses.length === 1) {
    const Icon = icons[first.kind]
    return (
      <p className={css.only}>
        <Icon size={20} aria-hidden="true" />
        {t(`only.${first.kind}`)}
      </p>
    )
  }
  const choices = status.addresses
    .toSorted((a, b) => a.interface.localeCompare(b.interface))
    .map((each) => {
      const Icon = icons[each.kind]
      return {
        id: each.address,
        label: nameOf(each),
        description: `${typedAddress(each.url)} · ${t(`why.${each.kind}`)}`,
        icon: <Icon size={20} aria-hidden="true" />,
      }
    })
  const props = {
    label: t('network'),
    value: first.address,
    onChange: (address: string) => change({ address }),
    choices,
    isDisabled: isBusy,
  }
  // Few are seen at once; many would push the rest away.
  return choices.length <= 3 ? <RadioGroup {...props} /> : <Select {...props} />
}
