import { Link2 } from 'lucide-react'
import { useLinking, type Linking, type OwnThing } from '../../document/linking'
import { useText } from '../language'
import { MenuItem } from '../Menu'

/** "Link to…" in a thing's menu. Nothing where there is nothing to link to, or the person may not. */
export function LinkMenuItem({ thing }: { thing: OwnThing | null }) {
  const linking = useLinking()
  return thing && linking?.canPick(thing.kind) ? <PickItem thing={thing} linking={linking} /> : null
}

function PickItem({ thing, linking }: { thing: OwnThing; linking: Linking }) {
  const t = useText('thread')
  return (
    <MenuItem icon={<Link2 />} onAction={() => linking.pick(thing)}>
      {t('link.open')}
    </MenuItem>
  )
}
