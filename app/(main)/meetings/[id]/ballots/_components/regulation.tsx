import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { DateField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { Time } from '@/components/ui/time'
import { saveRegulation } from '@/lib/ballots/actions'
import type { BallotRules } from '@/lib/ballots/types'
import { RulesFields } from './rules-fields'

/** Voting rules of the cluster's own regulation, from a day on. */
export function Regulation({
  clusterYearId,
  regulation,
}: {
  clusterYearId: string
  regulation: { validFrom: string | null; rules: BallotRules }
}) {
  const { validFrom, rules } = regulation
  return (
    <section aria-labelledby="quy-che" className="mt-9">
      <h2 id="quy-che">Thể lệ bỏ phiếu trong quy chế của cụm</h2>
      <p className="mt-1 max-w-[88ch]">
        {validFrom ? (
          <>
            Đang áp dụng từ <Time value={validFrom} />: {rules.source}.
          </>
        ) : (
          'Quy chế của cụm chưa được nhập; lần bỏ phiếu mới dùng thể lệ mặc định và ghi rõ như vậy.'
        )}
      </p>
      <div className="mt-2">
        <Dialog opener="Nhập thể lệ theo quy chế" title="Thể lệ bỏ phiếu của cụm">
          <Form action={saveRegulation} success="Đã lưu thể lệ.">
            <input type="hidden" name="clusterYearId" value={clusterYearId} />
            <DateField name="validFrom" label="Áp dụng từ ngày" />
            <RulesFields rules={rules} />
            <DialogActions>
              <DialogCancel />
              <SubmitButton pendingLabel="Đang lưu…">Lưu thể lệ</SubmitButton>
            </DialogActions>
          </Form>
        </Dialog>
      </div>
    </section>
  )
}
