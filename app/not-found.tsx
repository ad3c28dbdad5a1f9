import { MissingPage } from '@/components/ui/missing-page'

export const metadata = { title: 'Không tìm thấy' }

export default function NotFound() {
  return <MissingPage />
}
