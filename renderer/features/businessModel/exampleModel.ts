// The business model that one can look at: how many notes each block has, and how sure each is. The words are texts.
import type { BlockKey, NoteState } from '../../../shared/document/businessModel'
import type { NoteColor } from '../../../shared/document/noteLook'

interface ExampleBlock {
  readonly color: NoteColor
  /** One for each note, in their order. */
  readonly states: readonly NoteState[]
}

export const exampleModel: Readonly<Record<BlockKey, ExampleBlock>> = {
  partners: { color: 'violet', states: ['confirmed', 'guess', 'tested'] },
  activities: { color: 'green', states: ['tested', 'guess'] },
  resources: { color: 'grey', states: ['confirmed', 'tested', 'guess'] },
  valueCustomer: { color: 'yellow', states: ['confirmed', 'tested', 'guess'] },
  valueSocial: { color: 'yellow', states: ['tested', 'guess'] },
  impactMeasures: { color: 'blue', states: ['guess', 'guess'] },
  intervention: { color: 'green', states: ['tested'] },
  relations: { color: 'blue', states: ['tested', 'confirmed'] },
  channels: { color: 'blue', states: ['tested', 'guess'] },
  beneficiary: { color: 'blue', states: ['tested', 'tested'] },
  customer: { color: 'blue', states: ['tested', 'tested', 'guess'] },
  costs: { color: 'red', states: ['tested', 'confirmed', 'tested'] },
  revenue: { color: 'green', states: ['tested', 'guess', 'confirmed', 'rejected'] },
  surplus: { color: 'violet', states: ['confirmed'] },
  members: { color: 'yellow', states: ['tested', 'guess'] },
  governance: { color: 'violet', states: ['confirmed', 'guess'] },
}
