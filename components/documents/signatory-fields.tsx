import { Select, TextField } from '@/components/ui/field'
import { AUTHORITY_LABELS } from '@/lib/documents/life/labels'
import { SIGNING_AUTHORITIES, type Signatory } from '@/lib/documents/life/types'

/** In what capacity a paper is signed, and by whom. */
export function SignatoryFields({ signatory }: { signatory: Signatory }) {
  return (
    <>
      <TextField
        name="collective"
        label="Thay mặt (TM.)"
        hint="Ví dụ Ban Thường vụ; để trống nếu không thay mặt tập thể."
        defaultValue={signatory.collective}
        required={false}
      />
      <Select
        name="authority"
        label="Quyền hạn ký"
        defaultValue={signatory.authority}
        options={SIGNING_AUTHORITIES.map((value) => ({ value, label: AUTHORITY_LABELS[value] }))}
      />
      <TextField
        name="authorityOf"
        label="Chức vụ được ký thay, thừa lệnh, thừa ủy quyền"
        defaultValue={signatory.authorityOf}
        required={false}
      />
      <TextField name="title" label="Chức vụ người ký" defaultValue={signatory.title} required />
      <TextField
        name="name"
        label="Họ tên người ký"
        hint="Để trống để ghi tay khi ký."
        defaultValue={signatory.name}
        required={false}
      />
    </>
  )
}
