type File = readonly [name: string, ...lines: string[]]

/** Who and what the records below are about. */
export const ROSTER_FILES: readonly File[] = [
  [
    'places.csv',
    'name,level,counted_in',
    '赣南市,city,',
    '章贡区,county,',
    '蓉水新区,functional_zone,章贡区',
  ],
  [
    'schools.csv',
    'code,name,county,stage,ownership,students,aliases',
    '3607020011,文清路小学,章贡区,primary,public,1200,文清|文小',
    '3607000001,市第一中学,,senior,public,,',
  ],
  [
    'people.csv',
    'userid,name,role,county,school_code,assigned_school_codes',
    'Li_Min,李敏,inspector_part,章贡区,,3607020011|3607000001',
    'chen_zhiyuan,陈志远,principal,章贡区,3607020011,',
  ],
]

/** A file of every kind of record, every column filled in at least one row. */
export const RECORD_FILES: readonly File[] = [
  [
    'teaching_calendar.csv',
    '地区,学期,开课日期,结课日期,各月上课天数,作废',
    '赣南市,2026-2027-1,2026-09-01,2027-01-22,2026-09:22|2026-10:17,',
    '章贡区,2026-2027-2,2027-02-22,2027-07-05,,是',
  ],
  ['holidays.csv', '日期,类型,节日', '2027-01-01,放假,元旦', '2026-10-10,上班,', '2026-11-20,放假,停课'],
  [
    'settings.csv',
    'key,place,value,effective_from,author,basis',
    'records_from,章贡区,2026-01-01,2026-01-01,Li_Min,纪要 2 号',
    'load_notice,city,5,2026-09-01,,',
    'monthly_binding,,是,2026-09-01,王科长,',
    'training_pace,,06-30:15:notice|12-01:40:warning,2026-01-01,,',
    'general_notice_needs_approval,章贡区,true,2026-01-01,,',
  ],
  [
    'student_numbers.csv',
    '地区,学段,统计日期,人数',
    '章贡区,幼儿园,2026-09-20,20000',
    '章贡区,普通高中,2026-09-20,12000',
  ],
  [
    'inspectors.csv',
    'userid,place,kind,level,appointed_on,left_on,term_start,term_end,term_no,retired,retired_on,seconded_from,seconded_to,stages,degree,education_work_since,record_ok,time_ok,health_ok,assessment_passed,recusals,serving_school,former_school,former_left_on,sex,birth_month,employer,post,title,subjects,card_no,phone,assessments',
    'li_min,章贡区,part_time,county,2024-01-01,2027-12-31,2024-01-01,2026-12-31,1,true,2023-05-01,2026-01-01,2026-03-31,preschool|senior,bachelor,1990-09-01,true,true,true,false,chen_zhiyuan|3607000001,3607020011,3607000001,2022-07-01,女,1966-04,教育局,教研员,高级,语文|历史,D-1,100,2025 合格',
  ],
  [
    'appointments.csv',
    '账号,聘期起,聘期止,第几届,推荐日期,审核日期,公示起,公示止,公布日期,备案日期,文号',
    'li_min,2024-01-01,2026-12-31,1,2023-10-01,2023-10-15,2023-11-01,2023-11-09,2023-11-20,2023-12-01,章教督〔2023〕1号',
  ],
  [
    'assignments.csv',
    '督学账号,学校代码,起,止,回避豁免理由,挂牌日期',
    'li_min,3607020011,2024-01-01,2025-12-31,,2024-01-05',
    'li_min,3607020011,2026-01-01,,人手不足,',
  ],
  [
    'zones.csv',
    'place,zone,leader,schools,liaison,members,from,to',
    '章贡区,第一责任区,li_min,3607020011|3607000001,li_min,li_min|chen_zhiyuan,2024-01-01,2026-12-31',
  ],
  [
    'principal_terms.csv',
    '学校代码,校（园）长,任期起,任期止,离任日期,书面说明',
    '3607020011,chen_zhiyuan,2023-09-01,2026-08-31,2026-06-30,换届',
    '3607000001,王校长,,,,',
  ],
  [
    'training.csv',
    'userid,title,form,organizer_level,start_on,end_on,hours,verified,verified_on,not_duplicate,organizer,pre_duty,topic,proof,verified_by',
    'li_min,春季培训,concentrated,city,2026-03-01,2026-03-03,20.5,true,2026-03-10,true,市教育局,false,食品安全,ZS-1,chen_zhiyuan',
    'li_min,网上课程,online,province,2026-04-01,2026-04-01,8,,,,,,,,',
  ],
  [
    'exit_grounds.csv',
    '账号,情形,登记日期,处理日期,证据,处理结果',
    'li_min,无故不参加,2026-05-01,2026-06-01,签到表,谈话',
  ],
  ['studios.csv', '工作室,地区,首席督学,成立日期,撤销日期', '李敏工作室,章贡区,li_min,2025-01-01,2027-01-01'],
  ['claims.csv', 'userid,incurred_on,item,amount,settled_on', 'li_min,2026-10-08,transport,32.5,2026-11-01'],
  [
    'seat_list.csv',
    'place,seat,position,valid_from,valid_to',
    '章贡区,区委组织部,member,2021-01-01,2026-12-31',
  ],
  [
    'committee_seats.csv',
    '地区,席位,姓名,起,止,现任职务',
    '赣南市,市委组织部,张三,2022-01-01,2026-12-31,副部长',
    'city,市教育局局长,Li_Min,2022-01-01,,',
  ],
  ['posts.csv', 'place,post,person,acting,from,to', '章贡区,chief,李四,true,2022-01-01,2026-12-31'],
  [
    'meetings.csv',
    'place,meeting_type,held_on,status,minutes_on,title,chair,expected,present,doc_no,file',
    'city,plenary,2026-05-12,held,2026-05-20,第一次全体会议,张市长,市委组织部|市财政局,市财政局,纪要 1 号,a.pdf',
  ],
  [
    'member_tasks.csv',
    '任务编号,责任单位,任务,完成期限,下达日期,完成日期,联系人',
    'R-1,市财政局,落实经费,2026-12-01,2026-05-20,2026-11-01,li_min',
  ],
  [
    'documents.csv',
    'place,doc_kind,title,dated_on,repealed_on,doc_no,file',
    'city,committee_rules,工作规程,2024-01-01,2027-01-01,1 号,b.pdf',
  ],
  [
    'budgets.csv',
    '地区,年度,用途,金额,工作室,登记日期,预算文件',
    '章贡区,2026,督导工作经费,120000,,2026-02-01,预算 1 号',
    '章贡区,2026,工作室经费,8000.5,李敏工作室,,',
  ],
  [
    'monitoring_reports.csv',
    'place,year,title,issued_on,monitored,file',
    'city,2025,质量监测,2026-03-01,四年级数学,c.pdf',
  ],
  [
    'commendations.csv',
    'place,year,title,issued_on,doc_no,units,persons,reason,notice_from,notice_to,use',
    'city,2026,年度表彰,2026-11-10,2 号,文清路小学|市第一中学,陈志远,考评优秀,2026-10-20,2026-10-28,职称|评先',
    'city,2026,专项表彰,,,,,,,,',
  ],
  [
    'visits.csv',
    'school,inspector,visit_date,part_of_day,visit_type,status,matters,methods,lessons,documents,meetings,discussions,questionnaires,patrols,narrative',
    '3607020011,li_min,2026-09-10,am,routine,archived,安全|课后服务,随机听课|校园巡视|家访,2,10,1,3,40,1,一切正常',
    '3607020011,li_min,2026-10-10,pm,follow_up,submitted,,,,,,,,,',
    '3607020011,li_min,2026-10-11,pm,,,,,,,,,,,',
    '3607020011,li_min,2026-11-17,full,,draft,,,,,,,,,想到再写',
    '3607000001,li_min,2026-10-12,evening,,withdrawn,,,,,,,,,',
  ],
  [
    'cases.csv',
    'no,school,found_on,severity,description,issued_on,due_on,acknowledged_on,report_on,reinspected_on,verdict,closed_on,resolved_by_section,inspector,matter,origin,requirement,round,withdrawn',
    'Z-00007,3607020011,2026-09-10,general,灭火器过期,2026-09-11,2026-10-11,,,,,,,li_min,安全,市级督查,请更换,1,',
    'L-1,3607020011,2026-09-10,一般问题,灭火器过期,2026-09-11,2026-12-11,2026-09-12,,,,,,,,,,,',
    'L-2,3607020011,2026-09-10,serious,围墙开裂,2026-09-11,2026-10-11,2026-09-12,2026-09-20,,,,,,,,,,',
    'L-3,3607020011,2026-09-10,general,通道堆物,2026-09-11,2026-10-11,2026-09-12,2026-09-20,2026-09-25,pass,2026-09-25,,,,,,,',
    'L-4,3607020011,2026-09-10,general,留样不全,2026-09-11,2026-12-11,2026-09-12,2026-09-20,2026-09-25,fail,,,,,,,2,',
    'L-5,3607000001,2026-09-10,minor,墙报过时,,,,,,,,,,,,,,',
    'L-6,3607000001,2026-09-10,complex,校门拥堵,,,,,,,2026-10-20,是,,,,,,',
    'L-7,3607000001,2026-11-10,general,门卫脱岗,,,,,,,,,,,,,,',
    'L-8,3607000001,2026-11-10,general,记错了,2026-11-11,,,,,,,,,,,,,是',
  ],
  [
    'supervisions.csv',
    'no,place,target_type,supervision_kind,targets,year,planned_on,started_on,on_site_from,on_site_to,report_on,published_on,not_public_reason,theme,team,notified_on,opinion_on,link,cites',
    'D-1,章贡区,school,comprehensive,3607020011|3607000001,,2026-10-10,2026-10-01,2026-10-12,2026-10-14,2026-10-20,2026-11-01,,规范办学,li_min,2026-10-02,2026-10-25,https://example.org/1,质量监测',
    'D-2,city,government,evaluation,章贡区,2025,,,,,,,涉密,,,,,,',
  ],
  [
    'interviews.csv',
    '约谈编号,组织地区,对象类型,被约谈单位,组织单位,提出日期,通知日期,约谈日期,约谈记录,签字日期,报送党委日期,报送政府日期,报送上级日期,被约谈人,约谈人,记录人,事由,批准日期,整改承诺,整改期限',
    'Y-1,章贡区,学校,3607020011,教育督导委员会办公室|教育行政部门,2026-05-01,2026-05-06,2026-05-10,记录 1 号,2026-05-10,2026-05-15,2026-05-15,2026-05-16,陈志远,李四|李敏,王五,食堂,2026-05-02,限期整改,2026-06-30',
  ],
  [
    'accountability.csv',
    'no,place,target,measure,decided_on,published_on,not_public_reason,basis,in_force_on,link',
    'W-1,章贡区,某中心,通报批评,2026-05-01,2026-05-20,,办法第七条,2026-05-02,https://example.org/2',
  ],
]
