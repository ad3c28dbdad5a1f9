import type { StatementSection } from './types'

export const STATEMENT_SECTION_LABELS: Record<StatementSection, string> = {
  theme: 'Chủ đề năm',
  motto: 'Phương châm',
  membership: 'Thành viên',
  headship: 'Cụm trưởng, cụm phó',
  meeting: 'Hội nghị',
  guests: 'Đại biểu dự',
  pledge: 'Giao ước thi đua',
  solutions: 'Giải pháp',
  targets: 'Chỉ tiêu',
  results: 'Kết quả',
  emulation: 'Phong trào thi đua',
  joint_activity: 'Hoạt động chung',
  awards: 'Suy tôn, khen thưởng',
  difficulties: 'Khó khăn, hạn chế',
  conclusion: 'Kết luận',
  tasks_next_year: 'Nhiệm vụ năm sau',
  programme: 'Chương trình, đề án',
  exchange: 'Trao đổi kinh nghiệm',
  field_visit: 'Tham quan thực tế',
  term: 'Nhiệm kỳ',
}

export const INFERRED_LABEL = 'suy luận'
export const NOT_STATED_LABEL = 'nguồn không nêu'

/** "Tài liệu A"; a reference source goes by its title. */
export function sourceCitation(source: { letter: string | null; title: string }): string {
  return source.letter ? `Tài liệu ${source.letter}` : source.title
}

/** Why what a source tells cannot be edited. */
export const FROM_SOURCE = 'Nội dung này lấy từ tài liệu nguồn, không sửa được.'
