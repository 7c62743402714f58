// The demo's whiteboard: a workshop about Grannköket, a neighbours' kitchen in a village in Dalarna.
import type { BoardRecord } from '../document/whiteboard'
import { buildBoard, noteSide, type BoardBuilder, type Picture } from '../templates/boardBuilder'
import { groupHeight, groupWidth, headingHeight, putGroup, type NoteGroup } from '../templates/noteGroup'
import { heart, line, person, ring, wave } from './sketch'

const topGroups: readonly NoteGroup[] = [
  {
    heading: 'Varför behövs det?',
    color: 'yellow',
    notes: [
      'Butiken i byn stängde i fjol',
      'Många äldre äter ensamma, samma sak varje dag',
      'Jag är bra på att laga mat men får inget jobb',
      'أريد أن أطبخ مع جيراني',
      'Vi känner inte våra grannar längre',
      'Unga har inget första jobb här',
    ],
  },
  {
    heading: 'Vem är det för?',
    color: 'blue',
    notes: [
      'Äldre som bor ensamma',
      'Föräldrar som kommer hem sent',
      'Waayeelka u baahan cunto diirran',
      'Nya i Sverige som vill jobba med mat',
      'Lärare och snickare som vill ha lunch',
      'Alla som vill äta ihop en fredag',
    ],
  },
  {
    heading: 'Vad gör vi?',
    color: 'green',
    notes: [
      'Lagar lunchlådor tre dagar i veckan',
      'Kör hem mat till dem som vill',
      'Lär varandra: bröd, sambusa, kroppkakor',
      'خبز طازج كل يوم جمعة',
      'Långbord i bygdegården varje fredag',
      'Rullande kök på marknader och fester',
    ],
  },
]

const bottomGroups: readonly NoteGroup[] = [
  {
    heading: 'Det har vi redan',
    color: 'violet',
    notes: [
      'Köket i bygdegården är godkänt',
      'Amina har lagat mat för 200',
      'Elsas bil och två kylboxar',
      '30 grannar som har sagt ja',
      'Recept från fem länder',
      'Lars kan bokföring',
    ],
  },
  {
    heading: 'De kan hjälpa oss',
    color: 'red',
    notes: [
      'Coompanion: bilda ett kooperativ',
      'Kommunen: ett partnerskap (IOP)',
      'Mikrofonden: borgen för lånet',
      'Affären: mat som annars slängs',
      'Hemtjänsten: vet vilka som är ensamma',
      'Folkhögskolan: svenska i köket',
    ],
  },
  {
    heading: 'Det vet vi inte än',
    color: 'grey',
    notes: [
      'Vad får en låda kosta? 115 kr?',
      'Hur många köper varje vecka?',
      'Vem håller i det när Fatima är ledig?',
      'Räcker pengarna till ett rullande kök?',
      'Cuntada xalaasha ah sidee baan u hubinaa?',
      'Vad gör vi när det blir snöstorm?',
    ],
  },
]

const loop = [
  'Provdag: 20 lådor på onsdag',
  'Fråga dem som åt: vad var bäst?',
  'Räkna: vad kostade en låda?',
  'Ändra menyn och prova igen',
]

const groupStep = groupWidth(2) + 120
const topRow = 210
const bottomRow = topRow + groupHeight(3) + 110
const side = { x: groupStep * 3, width: 560 }

export interface Wall {
  records: BoardRecord[]
  /** The id of the note with this text. */
  noteId(text: string): string
}

/** @param picture what hangs on the wall; its place and size on the board are chosen here. */
export function drawWall(picture: Pick<Picture, 'sha256' | 'type' | 'bytes' | 'natural'>): Wall {
  const board = buildBoard('wall')
  const ids = new Map<string, string>()
  const put = (group: NoteGroup, x: number, y: number) =>
    putGroup(board, { x, y }, group).forEach((id, at) => ids.set(group.notes[at]!, id))
  const noteId = (text: string) => {
    const id = ids.get(text)
    if (!id) throw new Error(`no note on the wall says "${text}"`)
    return id
  }

  board.text({ x: 0, y: 0 }, 'Grannköket: vår vägg', { size: 'xl' })
  board.draw({ x: 4, y: 66 }, [wave({ x: 0, y: 0 }, 430, 4, 5)], { color: 'orange', size: 'l' })
  const lead = 'Vi äter tillsammans och får jobb på köpet. En tanke på varje lapp, på det språk du vill.'
  board.text({ x: 0, y: 96 }, lead, { size: 'm' })
  topGroups.forEach((group, at) => put(group, at * groupStep, topRow))
  bottomGroups.forEach((group, at) => put(group, at * groupStep, bottomRow))

  board.text({ x: side.x, y: topRow }, 'Så vill vi ha det', { size: 'l' })
  const pictureHeight = Math.round((side.width * picture.natural.height) / picture.natural.width)
  board.picture(
    { x: side.x, y: topRow + headingHeight },
    {
      ...picture,
      name: 'kök.png',
      altText:
        'Ett kök med en stor gryta som ångar, bröd, morot och tomat. Utanför fönstret en röd stuga och blå berg.',
      width: side.width,
      height: pictureHeight,
    },
  )
  drawTable(board, { x: side.x + 40, y: topRow + headingHeight + pictureHeight + 50 })

  board.text({ x: side.x, y: bottomRow }, 'Nästa två veckor', { size: 'l' })
  putLoop(board, { x: side.x, y: bottomRow + headingHeight })
  board.arrow(noteId('Många äldre äter ensamma, samma sak varje dag'), noteId('Äldre som bor ensamma'))
  board.arrow(noteId('Nya i Sverige som vill jobba med mat'), noteId(topGroups[2]!.notes[2]!))
  return { records: board.records(), noteId }
}

/** Four notes in a ring: try, ask, count, change. */
function putLoop(board: BoardBuilder, at: { x: number; y: number }): void {
  const far = side.width - noteSide
  const low = groupHeight(3) - headingHeight - noteSide
  const corners = [
    { x: 0, y: 0 },
    { x: far, y: 0 },
    { x: far, y: low },
    { x: 0, y: low },
  ]
  const notes = corners.map((corner, index) =>
    board.note({ x: at.x + corner.x, y: at.y + corner.y }, loop[index]!, 'yellow'),
  )
  notes.forEach((id, index) =>
    board.arrow(id, notes[(index + 1) % notes.length]!, { color: 'orange', bend: -24 }),
  )
  const middle = { x: side.width / 2, y: (low + noteSide) / 2 }
  board.draw(at, [heart(middle, 90)], { color: 'red' })
}

/** Three neighbours at a long table with a steaming pot. */
function drawTable(board: BoardBuilder, at: { x: number; y: number }): void {
  const people = [
    ...person({ x: 60, y: 10 }, true),
    ...person({ x: 240, y: 0 }, false),
    ...person({ x: 420, y: 10 }, true),
  ]
  board.draw(at, people, { color: 'blue' })
  board.draw(at, [line({ x: 0, y: 128 }, { x: 480, y: 126 })], { color: 'black', size: 'l' })
  board.draw(
    at,
    [
      line({ x: 122, y: 88 }, { x: 128, y: 124 }, { x: 176, y: 124 }, { x: 182, y: 88 }),
      ring({ x: 152, y: 88 }, 30, 7),
      wave({ x: 142, y: 72 }, 30, 4, 1.2, true),
      wave({ x: 162, y: 72 }, 30, 4, 1.2, true),
      ring({ x: 330, y: 116 }, 26, 9),
    ],
    { color: 'orange' },
  )
}
