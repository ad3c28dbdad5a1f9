/** EXACT; OVER: trên, hơn; NEARLY: gần; ABOUT: khoảng; UNKNOWN_SIZE: "hàng ngàn ngày công". */
export const QUALIFIERS = ['EXACT', 'OVER', 'NEARLY', 'ABOUT', 'UNKNOWN_SIZE'] as const
export type Qualifier = (typeof QUALIFIERS)[number]
export type SizedQualifier = Exclude<Qualifier, 'UNKNOWN_SIZE'>

export const FIGURE_KINDS = ['COUNT', 'MONEY', 'RATIO', 'PERCENTAGE', 'YES_NO', 'TEXT', 'COMPOSITE'] as const
export type FigureKind = (typeof FIGURE_KINDS)[number]

export const MONEY_UNITS = ['đồng', 'nghìn đồng', 'triệu đồng', 'tỷ đồng'] as const
export type MoneyUnit = (typeof MONEY_UNITS)[number]

/** Amounts are decimal strings ("1520", "82.6"): MONEY in đồng; PERCENTAGE 82.6 means 82,6%. */
export type FigureValue =
  | { kind: 'COUNT' | 'MONEY' | 'PERCENTAGE'; amount: string; qualifier: SizedQualifier }
  | { kind: 'COUNT' | 'MONEY'; amount: null; qualifier: 'UNKNOWN_SIZE'; words: string }
  | { kind: 'RATIO'; numerator: string; denominator: string }
  | { kind: 'YES_NO'; yes: boolean }
  | { kind: 'TEXT'; text: string }
  /** Parts in the indicator's own order, for example two yearly counts and one term count. */
  | { kind: 'COMPOSITE'; parts: string[] }

export type FigureSpec = {
  kind: FigureKind
  /** "hộ", "cơ sở"; for MONEY the unit in which a bare number is meant: "đồng", "triệu đồng", "tỷ đồng". */
  unit: string
  /** Decimals a COUNT (or a part of a RATIO or COMPOSITE) may have; none unless said. */
  decimals?: number
  /** Labels of the parts of a COMPOSITE. */
  parts?: string[]
  allowNegative?: boolean
}

export type FigureChoice = { label: string; value: FigureValue }

/** `echo` says what was understood; `question` and `message` are Vietnamese sentences to show beside the field. */
export type ParseOutcome =
  | { status: 'empty' }
  | { status: 'understood'; value: FigureValue; echo: string }
  | { status: 'ask'; question: string; choices: FigureChoice[] }
  | { status: 'refused'; message: string }
