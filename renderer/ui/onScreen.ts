// Whether the page is on a screen that nobody sits at: there, words about what one may do are for nobody.
import { createContext, useContext } from 'react'

export const OnScreen = createContext(false)

export const useOnScreen = (): boolean => useContext(OnScreen)
