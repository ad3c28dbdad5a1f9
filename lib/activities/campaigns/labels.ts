import type { CampaignKind, WorkLevel } from './types'

export const CAMPAIGN_LABELS: Record<CampaignKind, string> = {
  MOVEMENT: 'Phong trào, chương trình',
  EMULATION_DRIVE: 'Đợt thi đua',
  MOBILISATION: 'Cuộc vận động',
}

export const WORK_LEVEL_LABELS: Record<WorkLevel, string> = {
  PROVINCE: 'Cấp tỉnh',
  DISTRICT: 'Cấp huyện (đến 30/6/2025)',
  COMMUNE: 'Cấp xã, cơ sở',
}
