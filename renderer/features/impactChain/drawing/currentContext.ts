import { createContext } from 'react'

/** The element that Tab leads to in the drawing; arrow keys go on from it. */
export const CurrentContext = createContext<{ current: string; setCurrent: (id: string) => void }>({
  current: '',
  setCurrent: () => {},
})
