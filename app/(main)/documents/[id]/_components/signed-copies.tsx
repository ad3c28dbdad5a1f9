import { FileList } from '@/components/evidence/file-list'
import type { DocumentDto } from '@/lib/documents/life/types'

/** The scan with signature and seal, or the digitally signed file: the copy that counts. */
export function SignedCopies({ document }: { document: DocumentDto }) {
  return (
    <section aria-labelledby="ban-ky">
      <h2 id="ban-ky">Bản ký, đóng dấu hoặc ký số</h2>
      <p className="text-mute mt-1 mb-2">
        Bản Word, PDF của hệ thống không mang chữ ký. Bản có giá trị là bản giấy đã ký, đóng dấu hoặc tệp ký
        số đính kèm ở đây.
      </p>
      <FileList
        files={document.files}
        owner={{ ownerKind: 'document', ownerId: document.id }}
        canChange={document.mayDraft}
        addLabel="Đính kèm bản ký"
        empty="Chưa đính kèm."
      />
    </section>
  )
}
