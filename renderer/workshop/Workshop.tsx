// The workshop place: the page in the middle, pages and people at its sides. Who leads and who joins see the same.
import { useRoom } from '../document/hooks'
import { OpenWorkshop } from './OpenWorkshop'
import { PageOpening } from './PageOpening'
import type { WorkshopProps } from './workshopProps'

export function Workshop(props: WorkshopProps) {
  const control = useRoom(props.session, 'control')
  return control ? <OpenWorkshop {...props} control={control} /> : <PageOpening />
}
