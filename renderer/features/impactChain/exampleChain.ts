// The worked example's chain, made sound, for looking at. Its words are in the locale file impactChainExample.
import type { ElementType, Horizon } from '../../../shared/impact/input'

interface ExampleElement {
  id: string
  type: ElementType
  horizon: Horizon | null
  negative: boolean
  sdg: readonly string[]
}

const element = (id: string, type: ElementType, more: Partial<ExampleElement> = {}): ExampleElement => ({
  id,
  type,
  horizon: null,
  negative: false,
  sdg: [],
  ...more,
})

export const exampleChain: {
  elements: readonly ExampleElement[]
  links: readonly { from: string; to: string; assumption?: string }[]
  indicators: readonly { id: string; element: string }[]
} = {
  elements: [
    element('kitchen', 'resource'),
    element('leader', 'resource'),
    element('volunteers', 'resource'),
    element('lunch', 'activity'),
    element('coaching', 'activity'),
    element('served', 'output'),
    element('coached', 'output'),
    element('eating', 'outcome', { horizon: 'short' }),
    element('skills', 'outcome', { horizon: 'short' }),
    element('cafe', 'outcome', { horizon: 'short', negative: true }),
    element('lonely', 'outcome', { horizon: 'medium' }),
    element('jobs', 'outcome', { horizon: 'medium' }),
    element('meeting', 'outcome', { horizon: 'long' }),
    element('loneliness', 'impact', { sdg: ['3.4', '10.2'] }),
    element('employment', 'impact', { sdg: ['8.5'] }),
  ],
  links: [
    { from: 'kitchen', to: 'lunch' },
    { from: 'leader', to: 'lunch' },
    { from: 'leader', to: 'coaching' },
    { from: 'volunteers', to: 'lunch' },
    { from: 'lunch', to: 'served' },
    { from: 'coaching', to: 'coached' },
    { from: 'served', to: 'eating', assumption: 'transport' },
    { from: 'served', to: 'cafe', assumption: 'prices' },
    { from: 'coached', to: 'skills', assumption: 'employers' },
    { from: 'eating', to: 'lonely', assumption: 'community' },
    { from: 'skills', to: 'jobs', assumption: 'employers' },
    { from: 'lonely', to: 'meeting', assumption: 'place' },
    { from: 'meeting', to: 'loneliness', assumption: 'place' },
    { from: 'jobs', to: 'employment', assumption: 'lasting' },
  ],
  indicators: [
    { id: 'served', element: 'served' },
    { id: 'eating', element: 'eating' },
    { id: 'lonely', element: 'lonely' },
    { id: 'jobs', element: 'jobs' },
  ],
}
