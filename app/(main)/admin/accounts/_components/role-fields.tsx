import { DateField, Select } from '@/components/ui/field'
import type { ScopeChoices } from '@/lib/accounts/admin/types'
import { ROLE_LABELS } from '@/lib/accounts/labels'
import { ROLES } from '@/lib/accounts/types'

/** A role, what it is held for and the days on which it is held. */
export function RoleFields({ choices, required }: { choices: ScopeChoices; required: boolean }) {
  return (
    <>
      <Select
        name="role"
        label="Vai trò"
        placeholder={required ? 'Chọn vai trò' : 'Giao sau'}
        options={ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] }))}
        required={required}
      />
      <Select
        name="unitId"
        label="Đơn vị"
        hint="Cho chuyên viên và lãnh đạo Hội tỉnh, thành phố."
        placeholder="Không gắn đơn vị"
        options={choices.units.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="clusterYearId"
        label="Cụm thi đua và năm"
        hint="Cho chuyên viên Trung ương và Phó Chủ tịch phụ trách cụm."
        placeholder="Không gắn cụm"
        options={choices.clusterYears.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="flex flex-wrap gap-x-6">
        <DateField name="startsOn" label="Từ ngày" required={false} />
        <DateField name="endsOn" label="Đến hết ngày" required={false} />
      </div>
    </>
  )
}
