import { describe, expect, it } from 'vitest'
import type { IndicatorDto } from '@/lib/indicators/types'
import {
  cellsToMend,
  daysInWords,
  inputOf,
  isClear,
  pastedColumn,
  readInput,
  sameInput,
} from '@/lib/reports/entry/rules'
import type { FigureInput } from '@/lib/reports/entry/types'
import { indicatorWith } from '@/tests/support/indicator'

const indicator = (more: Partial<IndicatorDto> = {}) =>
  indicatorWith({ name: 'Hội viên phát triển mới', measureUnit: 'người', ...more })
const input = (more: Partial<FigureInput> = {}): FigureInput => ({
  raw: '',
  breakdown: [],
  note: '',
  blankReason: null,
  ...more,
})
const threeLevels = indicator({ breakdown: ['tỉnh', 'huyện', 'cơ sở'] })

describe('what stands in the boxes', () => {
  it('reads a breakdown part by part and says which part is unclear', () => {
    expect(readInput(input({ raw: '745', breakdown: ['02', '38', '705'] }), threeLevels).breakdown).toEqual([
      { label: 'tỉnh', amount: '2' },
      { label: 'huyện', amount: '38' },
      { label: 'cơ sở', amount: '705' },
    ])
    expect(
      readInput(input({ raw: '745', breakdown: ['2', 'nhiều', ''] }), threeLevels).partProblem,
    ).toContain('huyện')
  })

  it('sends neither a question nor what is no figure', () => {
    expect(isClear(input({ raw: '1.5' }), indicator())).toBe(false)
    expect(isClear(input({ raw: 'abc' }), indicator())).toBe(false)
    expect(isClear(input({ raw: '1.500' }), indicator())).toBe(true)
    expect(isClear(input(), indicator())).toBe(true)
    expect(isClear(input({ blankReason: 'NOT_ARISEN' }), indicator())).toBe(true)
    expect(isClear(input({ raw: '745', breakdown: ['x', '', ''] }), threeLevels)).toBe(false)
  })

  it('puts a stored figure back into its boxes as the same input', () => {
    const stored = {
      raw: '745',
      breakdown: [
        { label: 'tỉnh', amount: '2' },
        { label: 'cơ sở', amount: '1705' },
      ],
      blankReason: null,
      note: null,
    }
    expect(inputOf(stored, threeLevels)).toEqual(input({ raw: '745', breakdown: ['2', '', '1.705'] }))
    expect(inputOf(null, indicator())).toEqual(input())
  })

  it('takes space and empty parts for no change', () => {
    expect(sameInput(input({ raw: ' 7 ' }), input({ raw: '7', breakdown: ['', ''] }))).toBe(true)
    expect(sameInput(input({ raw: '7' }), input({ raw: '7', note: 'vì' }))).toBe(false)
    expect(sameInput(input(), input({ blankReason: 'OTHER' }))).toBe(false)
    expect(sameInput(null, input())).toBe(false)
  })
})

describe('a pasted column', () => {
  it('is lines as a spreadsheet copies them', () => {
    expect(pastedColumn('1.520\r\n640\r\n\r\n7,5 tỷ\r\n')).toEqual(['1.520', '640', '', '7,5 tỷ'])
    expect(pastedColumn('"trên 25 tỷ"\n16/28')).toEqual(['trên 25 tỷ', '16/28'])
    expect(pastedColumn('1\t2\n3\t4')).toEqual(['1\t2', '3\t4'])
  })
  it('is nothing special when it is one line', () => {
    expect(pastedColumn('1.520')).toBeNull()
    expect(pastedColumn('1.520\r\n')).toBeNull()
  })
})

it('says days and cells in words', () => {
  expect(daysInWords(5)).toBe('còn 5 ngày')
  expect(daysInWords(0)).toBe('hạn là hôm nay')
  expect(daysInWords(-2)).toBe('quá hạn 2 ngày')
  expect(cellsToMend(1)).toBe('Một ô cần xem lại.')
  expect(cellsToMend(2)).toBe('2 ô cần xem lại.')
  expect(cellsToMend(21)).toBe('21 ô cần xem lại.')
})
