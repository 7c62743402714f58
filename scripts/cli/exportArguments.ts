// What `export` was asked to do.
import { parseArgs } from 'node:util'
import { papers, type Paper } from '../../shared/bridge/bridge'

export const exportUsage = `Usage: export FILE.samverk --pdf OUT.pdf [--pages LIST] [--paper A4|A3] [--language sv|en] [--mark draft|final]

Prints a workshop to PDF. No display is needed.

  --pdf OUT.pdf    where to write it; a file that is there is replaced
  --pages LIST     numbers or titles of pages with commas between, such as 1,3-4 or "Wall,Business model" (default: all)
  --paper A4|A3    landscape (default: A4)
  --language sv|en of headings and footers (default: sv)
  --mark           what stands in the footer: draft or final (default: nothing)
  --help           this text`

export interface ExportArguments {
  kind: 'export'
  file: string
  pdf: string
  /** As typed; undefined means all pages. */
  pages: string | undefined
  paper: Paper
  language: 'sv' | 'en'
  mark: 'draft' | 'final' | undefined
}

export type ReadArguments = ExportArguments | { kind: 'help' } | { kind: 'wrong'; sentence: string }

const wrong = (sentence: string): ReadArguments => ({ kind: 'wrong', sentence })

export function readExportArguments(argv: readonly string[]): ReadArguments {
  let read
  try {
    read = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        pdf: { type: 'string' },
        pages: { type: 'string' },
        paper: { type: 'string', default: 'A4' },
        language: { type: 'string', default: 'sv' },
        mark: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (problem) {
    return wrong(firstSentence(problem))
  }
  const { values, positionals } = read
  if (values.help) return { kind: 'help' }
  const [file] = positionals
  if (file === undefined) return wrong('Say which .samverk file to export.')
  if (positionals.length > 1) return wrong('Name one .samverk file only.')
  if (!values.pdf) return wrong('Say where to write the PDF: --pdf OUT.pdf.')
  const paper = papers.find((each) => each === values.paper?.toUpperCase())
  if (!paper) return wrong('The paper is A4 or A3.')
  const { language, mark } = values
  if (language !== 'sv' && language !== 'en') return wrong('The language is sv or en.')
  if (mark !== undefined && mark !== 'draft' && mark !== 'final') return wrong('The mark is draft or final.')
  if (values.pages !== undefined && values.pages.trim() === '') return wrong('Name at least one page.')
  return { kind: 'export', file, pdf: values.pdf, pages: values.pages, paper, language, mark }
}

/** Node's own words on a flag it does not know, without the advice after them. */
function firstSentence(problem: unknown): string {
  const [sentence = ''] = (problem instanceof Error ? problem.message : String(problem)).split('. ')
  return `${sentence.replace(/\.$/, '')}.`
}
