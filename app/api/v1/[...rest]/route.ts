import { fail } from '@/lib/platform/errors'
import { problem } from '../_components/answer'

export function GET(): Response {
  return problem(fail('not_found', 'Không có địa chỉ này. Xem /api/v1/openapi.json.'))
}
