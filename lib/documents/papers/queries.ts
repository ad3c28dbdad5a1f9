import 'server-only'
import type { PaperKind, PaperMaker } from '../types'

/** Who makes each kind of paper; a kind without a maker is not offered. */
export const MAKERS: Partial<Record<PaperKind, PaperMaker>> = {}
