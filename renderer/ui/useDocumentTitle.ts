import { useEffect } from 'react'

const app = 'Samverkstad'

/** Names the window or tab after the place one is in. */
export function useDocumentTitle(place: string): void {
  useEffect(() => {
    document.title = place ? `${place} · ${app}` : app
  }, [place])
}
