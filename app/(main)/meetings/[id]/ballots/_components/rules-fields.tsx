import { Checkbox, Select, TextField } from '@/components/ui/field'
import { LAST_TIE_LABELS, ROLL_LABELS, THRESHOLD_BASE_LABELS, TIE_LABELS } from '@/lib/ballots/labels'
import { LAST_TIE_RULES, ROLL_KINDS, THRESHOLD_BASES, TIE_RULES, type BallotRules } from '@/lib/ballots/types'

const options = <K extends string>(values: readonly K[], labels: Record<K, string>) =>
  values.map((value) => ({ value, label: labels[value] }))

/** The rules of voting as fields of a form. */
export function RulesFields({ rules }: { rules: BallotRules }) {
  return (
    <>
      <Select
        name="roll"
        label="Quyền bỏ phiếu"
        options={options(ROLL_KINDS, ROLL_LABELS)}
        defaultValue={rules.roll}
      />
      <Checkbox
        name="substitutes"
        label="Người được ủy quyền bằng văn bản bỏ phiếu thay"
        defaultChecked={rules.substitutes}
      />
      <Checkbox
        name="writtenOpinions"
        label="Nhận ý kiến bằng văn bản của thành viên vắng mặt (công khai, ghi biên bản)"
        defaultChecked={rules.writtenOpinions}
      />
      <div className="flex max-w-[520px] flex-wrap gap-x-4">
        <TextField
          name="quorumNumerator"
          type="number"
          label="Có mặt ít nhất"
          className="w-32"
          defaultValue={rules.quorum.numerator}
        />
        <TextField
          name="quorumDenominator"
          type="number"
          label="trên"
          className="w-32"
          defaultValue={rules.quorum.denominator}
        />
      </div>
      <div className="flex max-w-[520px] flex-wrap gap-x-4">
        <TextField
          name="thresholdPercent"
          type="number"
          label="Tỷ lệ để được chọn, %"
          className="w-56"
          required={false}
          hint="Để trống: lấy từ cao xuống thấp. Hội đồng khen thưởng thường dùng 80% hoặc 90%."
          defaultValue={rules.threshold?.percent ?? ''}
        />
        <Select
          name="thresholdOf"
          label="tính trên"
          options={options(THRESHOLD_BASES, THRESHOLD_BASE_LABELS)}
          defaultValue={rules.threshold?.of ?? 'MEMBERS'}
        />
      </div>
      <Checkbox
        name="thresholdExceeds"
        label="Phải quá tỷ lệ này, không chỉ bằng"
        defaultChecked={rules.threshold?.exceeds ?? false}
      />
      <TextField name="rounds" type="number" label="Số vòng nhiều nhất" defaultValue={rules.rounds} />
      <Select
        name="tie"
        label="Bằng phiếu ở vị trí cuối"
        options={options(TIE_RULES, TIE_LABELS)}
        defaultValue={rules.tie}
      />
      <Select
        name="lastTie"
        label="Sau vòng cuối vẫn bằng phiếu"
        options={options(LAST_TIE_RULES, LAST_TIE_LABELS)}
        defaultValue={rules.lastTie}
      />
      <Checkbox
        name="preference"
        label="Giữa những người bằng phiếu, chọn trước người được đánh dấu ưu tiên"
        defaultChecked={rules.preference}
      />
      <TextField
        name="rulesSource"
        label="Căn cứ"
        hint="Quy chế cụm, điều, khoản; hoặc nghị quyết của hội nghị."
        defaultValue={rules.source}
      />
    </>
  )
}
