import { Fact, Facts, Unstated } from '@/components/clusters/facts'
import { FileList } from '@/components/evidence/file-list'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { DateField, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { recordSignedPledgeAction } from '@/lib/activities/actions'
import type { PledgeDto } from '@/lib/activities/pledge/types'
import { printDate } from '@/lib/platform/dates'

/** Number, date and scan of the signed and stamped paper. */
export function SignedPaper({ pledge, mayChange }: { pledge: PledgeDto; mayChange: boolean }) {
  const fromSource = pledge.source !== null
  return (
    <section aria-labelledby="ban-ky" className="mt-8">
      <h2 id="ban-ky" className="mb-2">
        Bản ký, đóng dấu
      </h2>
      <Facts>
        <Fact label="Số">{pledge.number ?? <Unstated fromSource={fromSource} />}</Fact>
        <Fact label="Ngày ký">
          {pledge.signedOn ? printDate(pledge.signedOn) : <Unstated fromSource={fromSource} />}
        </Fact>
        <Fact label="Bản chụp">
          <FileList
            files={pledge.files}
            owner={{ ownerKind: 'pledge', ownerId: pledge.id }}
            canChange={mayChange}
            addLabel="Thêm bản chụp"
            empty="Chưa có bản chụp."
          />
        </Fact>
      </Facts>
      {mayChange ? (
        <Dialog opener="Ghi số, ngày ký" openerClass="mt-3" title="Số và ngày của bản ký, đóng dấu">
          <Form action={recordSignedPledgeAction}>
            <input type="hidden" name="pledgeId" value={pledge.id} />
            <input type="hidden" name="version" value={pledge.version} />
            <TextField name="number" label="Số" defaultValue={pledge.number ?? ''} required={false} />
            <DateField
              name="signedOn"
              label="Ngày ký"
              defaultValue={pledge.signedOn ?? ''}
              required={false}
            />
            <DialogActions>
              <DialogCancel />
              <SubmitButton>Lưu</SubmitButton>
            </DialogActions>
          </Form>
        </Dialog>
      ) : null}
    </section>
  )
}
