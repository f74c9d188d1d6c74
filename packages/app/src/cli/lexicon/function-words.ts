// English words that no lexicon needs: they stand in texts of all kinds and say nothing of mail.

export const FUNCTION_WORDS: ReadonlySet<string> = new Set(`
  about after again all also although and another any are around back because been before being
  between both but came can cannot come could did didn does doing done down during each either else
  even ever every few first for from get gets give given gives going good got had has have having
  here how however into its itself just last least less let like likely look made make makes many
  maybe more most much must near next nor now off often once one only onto other others our out over
  own per perhaps please put quite rather really same see seems she should since some something soon
  still such take than that the their them then there these they thing things this those though
  through thus time too two under until upon use used using very via want was way well went were
  what whatever when where whether which while who whom whose why will with within without would
  yes yet you your yours
`.trim().split(/\s+/))
