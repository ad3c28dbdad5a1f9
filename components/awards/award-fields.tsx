import { Select, TextField } from '@/components/ui/field'
import { RECIPIENT_LABELS } from '@/lib/awards/labels'
import { RECIPIENT_KINDS, UNSPECIFIED_TYPES, type AwardTypeDto } from '@/lib/awards/types'

/** What is given: any award that has a name of its own. */
export function AwardTypeField({ types, hint }: { types: readonly AwardTypeDto[]; hint?: string }) {
  return (
    <Select
      name="awardTypeId"
      label="Danh hiệu, hình thức"
      placeholder="Chọn"
      options={types
        .filter(({ code }) => !UNSPECIFIED_TYPES.includes(code))
        .map(({ id, name }) => ({ value: id, label: name }))}
      hint={hint}
    />
  )
}

/** To whom: a unit, or a collective or person of it. `label` is asked of the kind. */
export function RecipientFields({
  label,
  units,
}: {
  label: string
  units: readonly { id: string; label: string }[]
}) {
  return (
    <>
      <Select
        name="recipientKind"
        label={label}
        options={RECIPIENT_KINDS.map((value) => ({ value, label: RECIPIENT_LABELS[value] }))}
      />
      <Select
        name="unitId"
        label="Đơn vị"
        placeholder="Chọn đơn vị"
        options={units.map((unit) => ({ value: unit.id, label: unit.label }))}
        hint="Với tập thể, cá nhân: đơn vị của tập thể, cá nhân ấy."
      />
      <TextField name="recipient" label="Tên tập thể, cá nhân" required={false} />
    </>
  )
}
