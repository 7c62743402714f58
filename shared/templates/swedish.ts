// The templates' words in Swedish.
import type { TemplateId } from '../relay/library'
import { drawColumns } from './columnsBoard'
import type { Template } from './template'

export const swedishTemplates: Readonly<Record<TemplateId, Template>> = {
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
        title: 'Effektkedja',
        records: drawColumns('e', {
          title: 'Från behov till effekt',
          lead: 'Läs från vänster: om vi gör det här, så händer det här. Börja gärna längst till höger.',
          isChain: true,
          columns: [
            {
              heading: 'Behov',
              question: 'Vad är problemet, för vem, och hur vet vi det?',
              color: 'red',
              notes: ['Många … men …'],
            },
            {
              heading: 'Resurser',
              question: 'Människor, pengar, lokaler, kunskap.',
              color: 'grey',
              notes: ['Vi har …'],
            },
            { heading: 'Aktiviteter', question: 'Det vi gör.', color: 'yellow', notes: ['Vi ordnar …'] },
            {
              heading: 'Prestationer',
              question: 'Det vi kan räkna direkt efteråt.',
              color: 'violet',
              notes: ['… tillfällen, … personer'],
            },
            {
              heading: 'Utfall',
              question: 'Det som blir annorlunda för deltagarna.',
              color: 'blue',
              notes: ['På kort sikt …', 'På lång sikt …'],
            },
            {
              heading: 'Samhällseffekt',
              question: 'Det som blir annorlunda för bygden.',
              color: 'green',
              notes: ['Då blir …'],
            },
          ],
        }),
      },
      {
        kind: 'whiteboard',
        title: 'Pengar in och ut',
        records: drawColumns('f', {
          title: 'Pengar in och ut',
          lead: 'Skriv belopp per kvartal om ni kan. Sätt ett frågetecken vid det som är osäkert.',
          columns: [
            {
              heading: 'Löner',
              question: 'Vem, hur stor del av en heltid, från när?',
              color: 'red',
              notes: ['Idébärare, … %'],
            },
            {
              heading: 'Andra kostnader',
              question: 'Lokal, material, resor, försäkring, bokföring.',
              color: 'red',
              notes: ['Lokal … kr', 'Material … kr'],
            },
            {
              heading: 'Försäljning',
              question: 'Antal gånger pris, till vem.',
              color: 'green',
              notes: ['… st à … kr'],
            },
            {
              heading: 'Bidrag och avtal',
              question: 'ESF+, regionen, kommunen (IOP), stiftelser. Sökt eller beviljat?',
              color: 'blue',
              notes: ['Sökt: …', 'Beviljat: …'],
            },
            {
              heading: 'Lån och insatser',
              question: 'Ekobanken, Mikrofonden, medlemmar.',
              color: 'violet',
              notes: ['Lån … kr'],
            },
            {
              heading: 'Ideell tid',
              question: 'Timmar som ingen får lön för. De är värda att räkna.',
              color: 'grey',
              notes: ['… timmar i månaden'],
            },
          ],
        }),
      },
      { kind: 'businessModel', title: 'Affärsmodell', notes: [] },
    ],
  },
}
