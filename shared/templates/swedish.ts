// The templates' words in Swedish.
import { drawColumns } from './columnsBoard'
import type { Template, WrittenTemplateId } from './template'

export const swedishTemplates: Readonly<Record<WrittenTemplateId, Template>> = {
  empty: {
    title: 'Ny workshop',
    purpose: '',
    pages: [{ kind: 'whiteboard', title: 'Tavla', records: [] }],
  },
  firstMeeting: {
    title: 'Första mötet kring en idé',
    purpose: 'Vi lär känna idén och varandra, och bestämmer ett första steg.',
    pages: [
      {
        kind: 'whiteboard',
        title: 'Idén',
        records: drawColumns('i', {
          title: 'Första mötet kring en idé',
          lead: 'En tanke på varje lapp. Skriv på det språk du vill.',
          columns: [
            {
              heading: 'Idén',
              question: 'Berätta som för en granne: vad vill du göra, och vad blir bättre då?',
              color: 'yellow',
              notes: ['Jag vill …', 'Det började med att …'],
            },
            {
              heading: 'Vem berörs?',
              question: 'Vem har problemet i dag? Vem märker skillnaden först?',
              color: 'blue',
              notes: ['De som …', 'Deras familjer …'],
            },
            {
              heading: 'Det finns redan',
              question: 'Människor, platser, kunskap och försök som idén kan bygga på.',
              color: 'green',
              notes: ['Någon som kan …', 'En plats där …'],
            },
            {
              heading: 'Det behövs hjälp med',
              question: 'Säg det rakt ut. Någon i rummet vet kanske vem som kan.',
              color: 'violet',
              notes: ['Någon som kan hjälpa till med …'],
            },
            {
              heading: 'Det vet vi inte än',
              question: 'Frågor är lika mycket värda som svar.',
              color: 'grey',
              notes: ['Hur vet vi att …?'],
            },
            {
              heading: 'Första steget',
              question: 'Litet nog att göra inom två veckor. Vem gör det, och när är det klart?',
              color: 'red',
              notes: ['Vad? Vem? När?'],
            },
          ],
        }),
      },
    ],
  },
  businessModelWorkshop: {
    title: 'Affärsmodellverkstad',
    purpose: 'Vi ritar hur idén skapar värde, för vem, och hur den bär sig.',
    pages: [
      {
        kind: 'whiteboard',
        title: 'Uppvärmning',
        records: drawColumns('u', {
          title: 'Innan vi ritar affärsmodellen',
          lead: 'Tio minuter för sig själv, sedan läser vi högt. Bra lappar skickar vi vidare till affärsmodellen.',
          columns: [
            {
              heading: 'Vem vill ha det?',
              question: 'De som använder det och de som betalar är ibland olika personer.',
              color: 'blue',
              notes: ['Använder: …', 'Betalar: …'],
            },
            {
              heading: 'Varför just vi?',
              question: 'Vad får de hos oss som de inte får någon annanstans?',
              color: 'yellow',
              notes: ['Hos oss …'],
            },
            {
              heading: 'Vad måste vi göra bra?',
              question: 'Det som märks direkt om det inte fungerar.',
              color: 'green',
              notes: ['Varje vecka måste vi …'],
            },
            {
              heading: 'Vad kostar, vad ger?',
              question: 'Ungefär räcker. Skriv vad ni tror och hur säkra ni är.',
              color: 'red',
              notes: ['Det dyraste är …', 'De betalar för …'],
            },
          ],
        }),
      },
      {
        kind: 'businessModel',
        title: 'Affärsmodell',
        notes: [
          {
            block: 'customer',
            color: 'grey',
            text: 'Börja här: en lapp för varje grupp som använder eller betalar.',
          },
          {
            block: 'valueCustomer',
            color: 'grey',
            text: 'Sedan hit: vad blir bättre för var och en av dem?',
          },
          { block: 'revenue', color: 'grey', text: 'Vem betalar för vad, och hur ofta?' },
          {
            block: 'costs',
            color: 'grey',
            text: 'Vad kostar mest, och vad kostar även när vi inte säljer något?',
          },
        ],
      },
      {
        kind: 'whiteboard',
        title: 'Det vi måste pröva',
        records: drawColumns('p', {
          title: 'Det vi måste pröva',
          lead: 'Välj de gissningar som idén faller på om de är fel. Pröva den billigaste först.',
          isChain: true,
          columns: [
            {
              heading: 'Vi tror att …',
              question: 'En gissning från affärsmodellen.',
              color: 'yellow',
              notes: ['Vi tror att …'],
            },
            {
              heading: 'Vi prövar det genom …',
              question: 'Ett samtal, en provdag, ett anslag på tavlan i affären.',
              color: 'blue',
              notes: ['Vi prövar genom att …'],
            },
            {
              heading: 'Vi vet när …',
              question: 'Bestäm i förväg vad som räknas som ja.',
              color: 'green',
              notes: ['Det stämmer om …'],
            },
            {
              heading: 'Vem och när?',
              question: 'Ett namn och ett datum.',
              color: 'red',
              notes: ['Vem? När?'],
            },
          ],
        }),
      },
    ],
  },
  impactAndFinancing: {
    title: 'Effekt- och finansieringsdag',
    purpose: 'Vi visar vägen från det vi gör till det som förändras, och vad det kostar.',
    pages: [
      {
        kind: 'whiteboard',
        title: 'Väggen',
        records: drawColumns('e', {
          title: 'Effekt och pengar på samma vägg',
          lead: 'En tanke på varje lapp. Skicka sedan lapparna vidare till effektkedjan och finansieringsplanen.',
          columns: [
            {
              heading: 'Behovet',
              question: 'Vad är problemet, för vem, och hur vet vi det?',
              color: 'red',
              notes: ['Många … men …'],
            },
            {
              heading: 'Det vi gör',
              question: 'Vad gör vi, och vad kan vi räkna direkt efteråt?',
              color: 'yellow',
              notes: ['Vi ordnar …', '… tillfällen, … personer'],
            },
            {
              heading: 'Det som förändras',
              question: 'Vad blir annorlunda för deltagarna, och till slut för bygden?',
              color: 'blue',
              notes: ['På kort sikt …', 'På lång sikt …'],
            },
            {
              heading: 'Det vi behöver',
              question: 'Människor, lokaler, kunskap. Vem får lön, och för hur mycket tid?',
              color: 'violet',
              notes: ['Idébärare, … %', 'Lokal … kr'],
            },
            {
              heading: 'Pengar in',
              question: 'Försäljning, bidrag, avtal, lån. Sökt eller beviljat?',
              color: 'green',
              notes: ['… st à … kr', 'Sökt: …'],
            },
            {
              heading: 'Det vi inte vet än',
              question: 'Vad måste stämma för att det ena ska leda till det andra?',
              color: 'grey',
              notes: ['Hur vet vi att …?'],
            },
          ],
        }),
      },
      { kind: 'businessModel', title: 'Affärsmodell', notes: [] },
      { kind: 'impactChain', title: 'Effektkedja' },
      { kind: 'financingPlan', title: 'Finansieringsplan' },
    ],
  },
}
