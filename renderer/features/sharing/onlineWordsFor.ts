import type { OnlineSession } from '../../../shared/relay/online'

/** Something is not as usual: that wants a whole sentence in view. */
export function isOutOfOrder({ state }: OnlineSession): boolean {
  if (state.kind === 'online') return state.held !== null
  return state.kind !== 'connecting'
}

/** The same as {@link wordsFor} in so few words that they stand beside a button. */
export function shortWordsFor({ state }: OnlineSession, t: (key: string) => string): string {
  if (state.kind !== 'online') return t(`short.${state.kind}`)
  return t(`short.${state.held ? 'held' : state.reached ? 'reached' : 'sending'}`)
}

/** How it stands online, in words: what is so, and what can be done. */
export function wordsFor({ state }: OnlineSession, t: (key: string) => string): string {
  switch (state.kind) {
    case 'online':
      return state.held ? t(`held.${state.held}`) : t(state.reached ? 'state.reached' : 'state.sending')
    case 'cut':
      return state.problem === 'unreachable' ? t('state.cut') : t(`problem.${state.problem}`)
    case 'ended':
      return t(`ended.${state.reason}`)
    default:
      return t(`state.${state.kind}`)
  }
}
