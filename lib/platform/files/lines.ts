import { faceOf, widthOf, type Face } from './metrics.ts'
import type { SetRun } from './shapes.ts'

/** A stretch of one face; `spaces` before it, in the face they were typed in. */
export type Piece = { text: string; face: Face; spaces: number; spaceFace: Face }

export type Line = {
  pieces: Piece[]
  /** Points, as the line stands unstretched. */
  width: number
  /** Ended by the paragraph or by a break of the writer's: never stretched. */
  last: boolean
}

/** What stands between two places where a line may end. */
type Word = { pieces: Piece[]; width: number; lead: number }

const pieceWidth = (piece: Piece, size: number) => widthOf(piece.text, piece.face, size)
const leadWidth = (piece: Piece, size: number) =>
  piece.spaces === 0 ? 0 : piece.spaces * widthOf(' ', piece.spaceFace, size)

/** Breaks runs into lines at most `width` points wide, the first one narrower by `first`. */
export function breakLines(runs: readonly SetRun[], size: number, width: number, first: number): Line[] {
  const lines: Line[] = []
  let line: Line = { pieces: [], width: 0, last: false }
  const room = () => width - (lines.length === 0 ? first : 0)
  const end = (last: boolean) => {
    lines.push({ ...line, last })
    line = { pieces: [], width: 0, last: false }
  }
  for (const hard of hardLines(runs)) {
    for (const word of wordsOf(hard, size)) {
      const begun = line.pieces.length > 0
      if (begun && line.width + word.lead + word.width > room() + 0.01) end(false)
      for (const part of word.width > room() ? chopped(word, size, room()) : [word]) {
        if (line.pieces.length > 0 && line.width + part.lead + part.width > room() + 0.01) end(false)
        place(line, part)
      }
    }
    end(true)
  }
  return lines
}

/** Spaces at the beginning of a line that was broken fall away; those at the beginning of the text stay. */
function place(line: Line, word: Word): void {
  const bare = line.pieces.length === 0
  const [head, ...rest] = word.pieces
  if (!head) return
  line.pieces.push(bare ? { ...head, spaces: 0 } : head, ...rest)
  line.width += word.width + (bare ? 0 : word.lead)
}

/** The runs between line breaks of the writer's. */
function hardLines(runs: readonly SetRun[]): SetRun[][] {
  const lines: SetRun[][] = [[]]
  for (const run of runs) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (text) lines.at(-1)!.push({ ...run, text })
    }
  }
  return lines
}

function wordsOf(runs: readonly SetRun[], size: number): Word[] {
  const words: Word[] = []
  let spaces = 0
  let spaceFace: Face = 'regular'
  let open: Word | null = null
  for (const run of runs) {
    const face = faceOf(run)
    for (const text of run.text.split(/( +)/)) {
      if (text === '') continue
      if (text.startsWith(' ')) {
        spaces += text.length
        spaceFace = face
        open = null
        continue
      }
      const piece: Piece = { text, face, spaces, spaceFace }
      if (open) {
        open.pieces.push(piece)
        open.width += pieceWidth(piece, size)
      } else {
        open = { pieces: [piece], width: pieceWidth(piece, size), lead: leadWidth(piece, size) }
        words.push(open)
      }
      spaces = 0
    }
  }
  return words
}

/** A word wider than the line, cut where the line ends. */
function chopped(word: Word, size: number, width: number): Word[] {
  const parts: Word[] = []
  let part: Word = { pieces: [], width: 0, lead: word.lead }
  for (const piece of word.pieces) {
    for (const [index, letter] of [...piece.text].entries()) {
      const letterWidth = widthOf(letter, piece.face, size)
      if (part.pieces.length > 0 && part.width + letterWidth > width) {
        parts.push(part)
        part = { pieces: [], width: 0, lead: 0 }
      }
      const last = part.pieces.at(-1)
      if (last && last.face === piece.face) last.text += letter
      else part.pieces.push({ ...piece, text: letter, spaces: index === 0 ? piece.spaces : 0 })
      part.width += letterWidth
    }
  }
  return [...parts, part]
}
