import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Select, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { saveCampaignAction } from '@/lib/activities/actions'
import { CAMPAIGN_LABELS } from '@/lib/activities/campaigns/labels'
import { CAMPAIGN_KINDS, type CampaignDto } from '@/lib/activities/campaigns/types'

export function CampaignDialog({ campaign }: { campaign?: CampaignDto }) {
  return (
    <Dialog
      opener={campaign ? 'Sửa' : 'Thêm phong trào'}
      kind={campaign ? 'quiet' : 'secondary'}
      title={campaign ? campaign.name : 'Thêm phong trào, đợt thi đua, cuộc vận động'}
    >
      <Form action={saveCampaignAction}>
        <input type="hidden" name="campaignId" value={campaign?.id ?? ''} />
        <input type="hidden" name="version" value={campaign?.version ?? 0} />
        <TextField name="name" label="Tên" defaultValue={campaign?.name} />
        <Select
          name="kind"
          label="Loại"
          defaultValue={campaign?.kind ?? 'MOVEMENT'}
          options={CAMPAIGN_KINDS.map((kind) => ({ value: kind, label: CAMPAIGN_LABELS[kind] }))}
        />
        <TextArea name="description" label="Nội dung" defaultValue={campaign?.description} required={false} />
        <TextField
          name="firstYear"
          label="Từ năm"
          defaultValue={campaign?.firstYear ?? ''}
          required={false}
        />
        <TextField name="lastYear" label="Đến năm" defaultValue={campaign?.lastYear ?? ''} required={false} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Lưu</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
