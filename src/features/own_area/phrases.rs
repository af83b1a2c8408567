//! The words of `own area`, both languages side by side.

phrases! {
    AREAS_HOW: "把本地年鉴和报表中的数字建成一个地区，就可以像随附的地区一样推演、比较、导出和分享。数据只保存在本浏览器中，不会上传。", "Make an area of the numbers in your own yearbook. It can then be used like the areas that ship: projected, compared, exported, shared. Its data stay in this browser; nothing is sent.";
    AREAS_KEPT: "已保存的地区", "Areas kept here";
    NO_AREAS: "还没有自己的地区。可以先复制一个情况相近的地区，再逐项换成本地数据。", "There is no area of your own yet. Begin with a copy of one that is like yours, and put in your own numbers one by one.";
    NEW_AREA: "新建地区", "New area";
    AREAS_MANAGE: "新建、编辑地区", "New area, edit areas";
    AREA_SEARCH: "查找地区", "Find an area";
    AREA_NONE_FOUND: "没有找到这个地区", "No such area";
    COPY_OF: "复制自", "Copy of";
    MAKE_COPY: "复制并编辑", "Copy and edit";
    COPY_NAME: "新地区的名称", "Name of the new area";
    OPEN_AREA: "打开", "Open";
    EDIT_AREA: "编辑", "Edit";
    CLOSE_EDIT: "完成编辑", "Done editing";
    EXPORT_AREA: "导出文件", "Save as a file";
    DELETE_AREA: "删除", "Delete";
    KEEP_AREA: "保存到本浏览器", "Keep it in this browser";
    NOT_KEPT_AREA: "当前方案所用的地区数据随链接或文件而来，尚未保存在本浏览器中。", "The area of the present scenario came with a link or a file and is not kept in this browser.";
    AREA_IN_USE: "当前地区", "in use";
    AREA_BASE_YEAR: "基年", "Base year";
    AREA_NAME_ZH: "名称（中文）", "Name in Chinese";
    AREA_NAME_EN: "名称（英文）", "Name in English";
    AREA_VALUES: "各项数据", "Values";
    FIND_VALUE: "查找数据项", "Find a value";
    NO_VALUE_FOUND: "没有找到这一项", "Nothing by that name";
    VALUE_ENTERED: "数值", "Value";
    LOW_END: "可能最低", "Lowest likely";
    HIGH_END: "可能最高", "Highest likely";
    VALUE_SOURCE: "来源", "Source";
    VALUE_SURE: "把握", "Confidence";
    NOT_SAID: "未填", "not said";
    USE_GENERAL: "改用全国通用值", "Use the national value";
    BORROW_FROM: "借用…", "Copy from…";
    PEERS: "参照", "Elsewhere";
    COPIED_FROM: "借自", "copied from";
    ONE_VALUE: "各年相同", "The same every year";
    NO_LOW: "去掉最低值", "Remove the lowest value";
    NO_HIGH: "去掉最高值", "Remove the highest value";
    WHOSE_NUMBERS: "数据归属", "Whose numbers";
    AREA_NOT_CHANGED: "这样改不行，地区保持原样：", "This cannot be; the area stays as it was:";
    OWN_PLAN: "本地规划", "Our own plan";
}
