// Tells the others where on a page this person is, under `place` in their presence.
import type { Room } from './session'

/** At most one message in so many ms. */
const tellEvery = 120

export interface PlaceTeller<Place extends object> {
  tell(place: Place): void
  stop(): void
}

/** The last word always arrives. */
export function openPlaceTeller<Place extends object>(room: Room): PlaceTeller<Place> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let latest: Place | null = null
  let told = 0
  const send = () => {
    timer = undefined
    told = Date.now()
    room.awareness.setLocalStateField('place', latest)
  }
  return {
    tell(place) {
      latest = place
      timer ??= setTimeout(send, Math.max(0, tellEvery - (Date.now() - told)))
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
      if (room.awareness.getLocalState() !== null) room.awareness.setLocalStateField('place', null)
    },
  }
}
