import type { OnlineSession } from '../../../shared/relay/online'

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
