import { useEffect, useState } from 'react'
import type { Platform } from '../../platform/platform'
import { connectOnline, type OnlineClient } from './onlineClient'

/** Null until the desk is known, and for who has no key of it. */
export function useOnlineClient(platform: Pick<Platform, 'connection'>): OnlineClient | null {
  const [client, setClient] = useState<OnlineClient | null>(null)
  useEffect(() => {
    let isHere = true
    void platform.connection().then(({ url, key }) => {
      if (isHere && key !== null) setClient(connectOnline(url, key))
    })
    return () => {
      isHere = false
    }
  }, [platform])
  return client
}
