import { FIGURES_CENTRAL } from './demo-figures-central'
import { FIGURES_NORTH } from './demo-figures-north'
import type { UnitFigures } from './unit-figures'

export const REGISTERED = 0
export const SIX_MONTHS = 1
export const NINE_MONTHS = 2
export const TO_DATE = 3
export const ESTIMATE = 4
export const LAST_REGISTERED = 5
export const LAST = 6

export const DEMO_FIGURES: Record<string, UnitFigures> = { ...FIGURES_CENTRAL, ...FIGURES_NORTH }

/** TW giao: a share of what the unit registered, in tens. */
export const ASSIGNED: { code: string; percent: number }[] = [
  { code: 'ho-5-khong-3-sach', percent: 90 },
  { code: 'hoi-vien-moi', percent: 92 },
]

/** TW giao the same to every unit. */
export const ASSIGNED_ALIKE: Record<string, string> = {
  'nan-nhan-tiep-can-dich-vu': '80%',
  'chinh-sach-ban-hanh': 'Có',
}

/** Theo nghị quyết tỉnh. */
export const PROVINCIAL: Record<string, Record<string, string>> = {
  'lai-chau': { 'htx-moi': '3', 'mai-am-tinh-thuong': '20' },
  'lao-cai': { 'ho-thoat-ngheo': '850' },
  'dak-lak': { 'htx-moi': '6' },
  'khanh-hoa': { 'htx-moi': '5', 'nguon-luc-huy-dong': '2 tỷ' },
}

/** "Không giao" in 2026. */
export const NOT_ASSIGNED: Record<string, string[]> = { 'lang-son': ['mai-am-tinh-thuong'] }
