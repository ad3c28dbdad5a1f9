import { completeUpload } from '@/lib/reports/evidence/commands'
import { actOnFile } from '../../../files/_components/upload'

type Context = { params: Promise<{ fileId: string }> }

export function POST(request: Request, { params }: Context): Promise<Response> {
  return actOnFile(request, params, completeUpload)
}
