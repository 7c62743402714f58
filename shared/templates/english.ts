// The templates' words in English.
import { drawColumns } from './columnsBoard'
import type { Template, WrittenTemplateId } from './template'

export const englishTemplates: Readonly<Record<WrittenTemplateId, Template>> = {
  empty: {
    title: 'New workshop',
    purpose: '',
    pages: [{ kind: 'whiteboard', title: 'Board', records: [] }],
  },
  firstMeeting: {
    title: 'First meeting with an idea',
    purpose: 'We get to know the idea and each other, and agree on a first step.',
    pages: [
      {
        kind: 'whiteboard',
        title: 'The idea',
        records: drawColumns('i', {
          title: 'First meeting with an idea',
          lead: 'One thought on each note. Write in the language you like.',
          columns: [
            {
              heading: 'The idea',
              question: 'Tell it as to a neighbour: what do you want to do, and what gets better then?',
              color: 'yellow',
              notes: ['I want to …', 'It began when …'],
            },
            {
              heading: 'Who is it for?',
              question: 'Who has the problem today? Who will notice the difference first?',
              color: 'blue',
              notes: ['Those who …', 'Their families …'],
            },
            {
              heading: 'Already here',
              question: 'People, places, knowledge and attempts that the idea can build on.',
              color: 'green',
              notes: ['Somebody who can …', 'A place where …'],
            },
            {
              heading: 'Help wanted',
              question: 'Say it straight out. Somebody in the room may know who can.',
              color: 'violet',
              notes: ['Somebody to help with …'],
            },
            {
              heading: 'Not known yet',
              question: 'Questions are worth as much as answers.',
              color: 'grey',
              notes: ['How do we know that …?'],
            },
            {
              heading: 'First step',
              question: 'Small enough to do within two weeks. Who does it, and when is it done?',
              color: 'red',
              notes: ['What? Who? When?'],
            },
          ],
        }),
      },
    ],
  },
  businessModelWorkshop: {
    title: 'Business model workshop',
    purpose: 'We draw how the idea creates value, for whom, and how it carries itself.',
    pages: [
      {
        kind: 'whiteboard',
        title: 'Warming up',
        records: drawColumns('u', {
          title: 'Before we draw the business model',
          lead: 'Ten minutes alone, then we read aloud. Good notes are sent on to the business model.',
          columns: [
            {
              heading: 'Who wants it?',
              question: 'Those who use it and those who pay are sometimes different people.',
              color: 'blue',
              notes: ['Uses it: …', 'Pays: …'],
            },
            {
              heading: 'Why us?',
              question: 'What do they get from us that they get nowhere else?',
              color: 'yellow',
              notes: ['With us …'],
            },
            {
              heading: 'What must go well?',
              question: 'What people notice at once if it does not work.',
              color: 'green',
              notes: ['Every week we must …'],
            },
            {
              heading: 'Costs and income',
              question: 'Roughly is enough. Write what you believe and how sure you are.',
              color: 'red',
              notes: ['The largest cost is …', 'They pay for …'],
            },
          ],
        }),
      },
      {
        kind: 'businessModel',
        title: 'Business model',
        notes: [
          {
            block: 'customer',
            color: 'grey',
            text: 'Start here: one note for each group that uses it or pays.',
          },
          { block: 'valueCustomer', color: 'grey', text: 'Then here: what gets better for each of them?' },
          { block: 'revenue', color: 'grey', text: 'Who pays for what, and how often?' },
          {
            block: 'costs',
            color: 'grey',
            text: 'What costs most, and what costs even when we sell nothing?',
          },
        ],
      },
      {
        kind: 'whiteboard',
        title: 'What we must try',
        records: drawColumns('p', {
          title: 'What we must try',
          lead: 'Choose the guesses that the idea falls with if they are wrong. Try the cheapest first.',
          isChain: true,
          columns: [
            {
              heading: 'We believe …',
              question: 'A guess from the business model.',
              color: 'yellow',
              notes: ['We believe that …'],
            },
            {
              heading: 'We try it by …',
              question: 'A talk, a trial day, a notice on the board in the shop.',
              color: 'blue',
              notes: ['We try it by …'],
            },
            {
              heading: 'We know when …',
              question: 'Decide beforehand what counts as a yes.',
              color: 'green',
              notes: ['It holds if …'],
            },
            { heading: 'Who and when?', question: 'A name and a date.', color: 'red', notes: ['Who? When?'] },
          ],
        }),
      },
    ],
  },
  impactAndFinancing: {
    title: 'Impact and financing day',
    purpose: 'We show the way from what we do to what changes, and what it costs.',
    pages: [
      {
        kind: 'whiteboard',
        title: 'The wall',
        records: drawColumns('e', {
          title: 'Impact and money on one wall',
          lead: 'One thought on each note. Then send the notes on to the impact chain and the financing plan.',
          columns: [
            {
              heading: 'The need',
              question: 'What is the problem, for whom, and how do we know?',
              color: 'red',
              notes: ['Many … but …'],
            },
            {
              heading: 'What we do',
              question: 'What do we do, and what can we count right afterwards?',
              color: 'yellow',
              notes: ['We arrange …', '… occasions, … people'],
            },
            {
              heading: 'What changes',
              question: 'What is different for those who take part, and in the end for the place?',
              color: 'blue',
              notes: ['In the short term …', 'In the long term …'],
            },
            {
              heading: 'What we need',
              question: 'People, premises, knowledge. Who is paid, and for how much time?',
              color: 'violet',
              notes: ['Idea carrier, … %', 'Premises … kr'],
            },
            {
              heading: 'Money in',
              question: 'Sales, grants, agreements, loans. Applied for or granted?',
              color: 'green',
              notes: ['… at … kr each', 'Applied for: …'],
            },
            {
              heading: 'Not known yet',
              question: 'What must be true for one thing to lead to the next?',
              color: 'grey',
              notes: ['How do we know that …?'],
            },
          ],
        }),
      },
      { kind: 'businessModel', title: 'Business model', notes: [] },
      { kind: 'impactChain', title: 'Impact chain' },
      { kind: 'financingPlan', title: 'Financing plan' },
    ],
  },
}
