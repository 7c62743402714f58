import { Link2 } from 'lucide-react'
import { useLinking, type OwnThing } from '../../document/linking'
import { useText } from '../language'
import { MenuItem } from '../Menu'

/** "Link to…" in a thing's menu. Nothing where there is nothing to link to, or the person may not. */
export function LinkMenuItem({ thing }: { thing: OwnThing | null }) {
  const t = useText('thread')
  const linking = useLinking()
  if (!thing || !linking?.canPick(thing.kind)) return null
  return (
    <MenuItem icon={<Link2 />} onAction={() => linking.pick(thing)}>
      {t('link.open')}
    </MenuItem>
  )
}
