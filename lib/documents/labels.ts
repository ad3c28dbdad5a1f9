import type { PaperSlot } from './types'

/** Where she writes the first words of a report or notice herself. */
export const OPENING_SLOT: PaperSlot = {
  key: 'opening',
  label: 'Mở đầu',
  hint: 'Để trống thì lấy câu mở đầu soạn từ dữ liệu.',
  lines: 4,
}
